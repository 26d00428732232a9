# The images of the project, one a target:
#
#   docker build --target journey-streams --tag journey-streams .   the pipeline
#   docker build --target journey-sink    --tag journey-sink .      database, API and page
#   docker build --target journey         --tag journey .           the command line, with a broker and a registry inside
#
# Each carries the dependencies of its own module, in a layer below our jars, so that a change of code moves only the
# small layer. All run as user 10001 and write to /tmp and /var/lib/journey only. docs/deploy.md says how to run them.

ARG BUILD_IMAGE=maven:3.9.11-eclipse-temurin-17
ARG RUNTIME_IMAGE=eclipse-temurin:17.0.17_10-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY . .
# Skips the tests and the checks, which belong to CI. Splits each class path into what is ours and what is not.
RUN --mount=type=cache,target=/var/cache/maven,sharing=locked \
    mvn -Dmaven.repo.local=/var/cache/maven --batch-mode --no-transfer-progress --quiet -Dquick -DskipTests \
        --projects journey-streams,journey-sink,journey-local --also-make \
        package dependency:copy-dependencies -DincludeScope=runtime \
 && for module in journey-streams journey-sink journey-local; do \
      mkdir -p /images/$module/ours /images/$module/dependencies \
      && cp $module/target/$module-*.jar /images/$module/ours/ \
      && mv $module/target/dependency/journey-*.jar /images/$module/ours/ \
      && mv $module/target/dependency/*.jar /images/$module/dependencies/ \
      || exit 1; \
    done

FROM ${RUNTIME_IMAGE} AS runtime
USER root
RUN groupadd --gid 10001 journey \
 && useradd --uid 10001 --gid 10001 --home-dir /var/lib/journey --no-create-home --shell /usr/sbin/nologin journey \
 && install --directory --owner=10001 --group=10001 /var/lib/journey
COPY --chmod=755 deploy/docker/answers /opt/journey/bin/answers
WORKDIR /var/lib/journey
USER 10001:10001
STOPSIGNAL SIGTERM

# Half of the memory for the heap: RocksDB keeps up to about 250 MB outside of it, and the operating system's cache of
# state files is worth having. JDK_JAVA_OPTIONS adds options, for example -Xmx4g, which then decides.
FROM runtime AS journey-streams
ENV JOURNEY_HEALTH_LISTEN=0.0.0.0:8090 \
    JOURNEY_KAFKA_STATE_DIR=/var/lib/journey
EXPOSE 8080 8090
VOLUME /var/lib/journey
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["/opt/journey/bin/answers", "8090", "/health/ready"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/journey/ours/*:/opt/journey/dependencies/*", "io.journey.streams.service.StreamsMain"]
COPY --from=build /images/journey-streams/dependencies /opt/journey/dependencies
COPY --from=build /images/journey-streams/ours /opt/journey/ours

# With PostgreSQL the sink keeps nothing; a DuckDB file would lie in /var/lib/journey.
FROM runtime AS journey-sink
ENV JOURNEY_HTTP_HOST=0.0.0.0
EXPOSE 8080
VOLUME /var/lib/journey
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["/opt/journey/bin/answers", "8080", "/health/ready"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/journey/ours/*:/opt/journey/dependencies/*", "io.journey.sink.service.SinkMain"]
COPY --from=build /images/journey-sink/dependencies /opt/journey/dependencies
COPY --from=build /images/journey-sink/ours /opt/journey/ours

FROM runtime AS journey
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/journey/ours/*:/opt/journey/dependencies/*", "io.journey.local.Main"]
COPY --from=build /images/journey-local/dependencies /opt/journey/dependencies
COPY --from=build /images/journey-local/ours /opt/journey/ours
