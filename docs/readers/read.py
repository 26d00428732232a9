#!/usr/bin/python3
"""Reads every published topic as an outsider: librdkafka, and Confluent's registry client for Python.

    apt install python3-confluent-kafka python3-avro python3-requests
    /usr/bin/python3 read.py BROKERS REGISTRY [PREFIX]

Prints, for each topic, its records and the rows that are left of them: the last value of each key, without tombstones.
"""
import json
import os
import sys
import time

from confluent_kafka import Consumer, TopicPartition
from confluent_kafka.avro import CachedSchemaRegistryClient, MessageSerializer

brokers, registry = sys.argv[1:3]
prefix = sys.argv[3] if len(sys.argv) > 3 else "journey"
LONGEST_S = 120

serializer = MessageSerializer(CachedSchemaRegistryClient({"url": registry}))
consumer = Consumer({
    "bootstrap.servers": brokers,
    "group.id": "reader-%d" % os.getpid(),
    "enable.auto.commit": False,
    # The default of librdkafka, and what makes the answer exact.
    "isolation.level": "read_committed",
    "enable.partition.eof": True,
})
topics = consumer.list_topics(timeout=20).topics
mine = sorted(name for name in topics if name.startswith(prefix + ".") and name.endswith(".v1"))
# All partitions are read by hand, from their beginning to where they end now.
unread = {(name, number) for name in mine for number in topics[name].partitions}
consumer.assign([TopicPartition(name, number, 0) for name, number in unread])

records = {name: 0 for name in mine}
tables = {name: {} for name in mine}
unreadable = 0
end = time.time() + LONGEST_S
while unread and time.time() < end:
    message = consumer.poll(0.2)
    if message is None:
        continue
    if message.error():
        # The one error that is none: the end of a partition.
        unread.discard((message.topic(), message.partition()))
        continue
    topic = message.topic()
    records[topic] += 1
    try:
        key = json.dumps(serializer.decode_message(message.key(), is_key=True), default=str, sort_keys=True)
        if message.value() is None:
            tables[topic].pop(key, None)
        else:
            tables[topic][key] = serializer.decode_message(message.value())
    except Exception as fault:
        # Anybody may write anything into the touchpoint topic; all others are the pipeline's own.
        if not topic.startswith(prefix + ".touchpoints."):
            print("%s %d %d: %s" % (topic, message.partition(), message.offset(), fault), file=sys.stderr)
            unreadable += 1
consumer.close()

for name in mine:
    print("%s records=%d rows=%d" % (name, records[name], len(tables[name])))
balance = {name: 0 for name in ("read", "inJourneys", "duplicate", "rejected")}
for row in tables[prefix + ".balance.v1"].values():
    for name in balance:
        balance[name] += row[name]
print("balance " + json.dumps(balance))
sys.exit(1 if unreadable or unread else 0)
