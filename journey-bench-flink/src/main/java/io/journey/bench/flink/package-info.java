/**
 * The replay as a Flink job: the strongest peer that runs in one process here, measured beside ours and never part of the
 * product.
 *
 * <p>It computes with the same classes (definitions, judging, folding, contributions, rows, codecs) and differs where the
 * engines do. Written as Flink's documentation advises: watermarks per partition, a buffer per key that event-time timers
 * empty in order, RocksDB with incremental checkpoints and Bloom filters, hand-written serializers, object reuse,
 * transitions published from the task that finds them, sums gathered before the barrier as ours are before the commit,
 * {@code KafkaSink} exactly once.
 *
 * <p>For events that come in order it publishes the same rows. What it does not give, and ours does:
 *
 * <ul>
 *   <li><b>Late events</b> are dropped. An event is late when it happened before the watermark, which is the slowest
 *       partition's; so partitions must each be in order. Ours folds it in and corrects what was published.
 *   <li><b>Identities</b> are not merged: an event belongs to its strongest identity, whoever claims that later.
 *   <li><b>Duplicates</b> are dropped when they come with the same time; one sent again with a later time counts twice.
 *   <li><b>Unusable records</b> are counted and dropped, not published with a reason.
 *   <li><b>Erasure, unlinking, and questions about one customer</b> do not exist; older touches are kept only as far as
 *       an open journey may have to be relabelled.
 *   <li><b>Results are delayed</b> by one watermark interval, because an event waits for the watermark, and then by a
 *       checkpoint. With ours it is a commit.
 *   <li><b>State</b> is as durable as the folder of the checkpoints, here a local one; ours is in replicated changelogs,
 *       which is paid for in every figure of ours.
 *   <li>The instant at which a replay closes is read beforehand from the last record of each partition.
 * </ul>
 */
@NullMarked
package io.journey.bench.flink;

import org.jspecify.annotations.NullMarked;
