package io.journey.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StartUpTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void whatDoesNotAnswerIsAskedAgainUntilItDoes() {
        StartUp start = new StartUp(Duration.ofMinutes(5));

        String answer = start.attempt(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new KafkaException("cannot ask", new TimeoutException("nobody there"));
            }
            assertThat(start.waitingFor()).contains("cannot ask: nobody there");
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
        assertThat(start.waitingFor()).isEmpty();
    }

    @Test
    void whatAnotherAttemptCannotCureIsToldAtOnce() {
        StartUp start = new StartUp(Duration.ofMinutes(5));

        assertThatThrownBy(() -> start.attempt(() -> {
                    attempts.incrementAndGet();
                    throw new ConfigException("bootstrap.servers", "nonsense");
                }))
                .isInstanceOf(ConfigException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void theLastFailureIsToldWhenTheTimeIsUp() {
        assertThatThrownBy(() -> new StartUp(Duration.ofMillis(100)).attempt(this::timeOut))
                .isInstanceOf(TimeoutException.class);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void withNoTimeAtAllThereIsOneAttempt() {
        assertThatThrownBy(() -> new StartUp(Duration.ZERO).attempt(this::timeOut))
                .isInstanceOf(TimeoutException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void closingEndsTheWaitAndLeavesTheThreadFreeToDoOtherThings() throws Exception {
        StartUp start = new StartUp(Duration.ofDays(1));
        CountDownLatch failed = new CountDownLatch(1);
        CompletableFuture<Boolean> interruptedAfterwards = new CompletableFuture<>();
        Thread starting = new Thread(() -> {
            try {
                start.attempt(() -> {
                    failed.countDown();
                    return timeOut();
                });
            } catch (CancellationException expected) {
                interruptedAfterwards.complete(Thread.currentThread().isInterrupted());
            }
        });
        starting.start();
        failed.await();

        start.close();

        assertThat(interruptedAfterwards.get()).isFalse();
        assertThat(start.isTrying()).isFalse();
        assertThatThrownBy(() -> start.attempt(this::timeOut)).isInstanceOf(CancellationException.class);
    }

    private String timeOut() {
        attempts.incrementAndGet();
        throw new TimeoutException("nobody there");
    }
}
