// Reads every published topic as an outsider: kafkajs, and Confluent's own registry client.
//
//   npm install kafkajs@2.2.4 @confluentinc/schemaregistry@1.10.1 lz4js@0.2.0
//   node read.mjs BROKERS REGISTRY [PREFIX]
//
// Prints, for each topic, its records and the rows that are left of them: the last value of each key, without tombstones.
// Ends when nothing came for ten seconds, or after two minutes.
import kafkajs from "kafkajs";
import lz4 from "lz4js";
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from "@confluentinc/schemaregistry";

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;
const [brokers, registryUrl, prefix = "journey"] = process.argv.slice(2);
const QUIET_MS = 10_000;
const LONGEST_MS = 120_000;

// The pipeline compresses with lz4, for which kafkajs wants a codec.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async encoder => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async bytes => Buffer.from(lz4.decompress(bytes)),
});

const kafka = new Kafka({ brokers: brokers.split(","), logLevel: logLevel.ERROR });
const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] });
const keys = new AvroDeserializer(registry, SerdeType.KEY, {});
const values = new AvroDeserializer(registry, SerdeType.VALUE, {});
const text = value => JSON.stringify(value, (name, part) => (typeof part === "bigint" ? part.toString() : part));

const admin = kafka.admin();
await admin.connect();
const topics = (await admin.listTopics()).filter(topic => topic.startsWith(prefix + ".") && topic.endsWith(".v1")).sort();
await admin.disconnect();

const records = new Map(topics.map(topic => [topic, 0]));
const tables = new Map(topics.map(topic => [topic, new Map()]));
let unreadable = 0;
let last = Date.now();
// kafkajs reads committed records only unless it is told otherwise, which is what is wanted here.
const consumer = kafka.consumer({ groupId: `reader-${process.pid}-${Date.now()}` });
await consumer.connect();
await consumer.subscribe({ topics, fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: 4,
  eachMessage: async ({ topic, partition, message }) => {
    last = Date.now();
    records.set(topic, records.get(topic) + 1);
    try {
      const key = text(await keys.deserialize(topic, message.key));
      if (message.value === null) {
        tables.get(topic).delete(key);
      } else {
        tables.get(topic).set(key, await values.deserialize(topic, message.value));
      }
    } catch (fault) {
      // Anybody may write anything into the touchpoint topic; all others are the pipeline's own.
      if (!topic.startsWith(`${prefix}.touchpoints.`)) {
        console.error(`${topic} ${partition} ${message.offset}: ${fault.message}`);
        unreadable++;
      }
    }
  },
});

const began = Date.now();
while (Date.now() - last < QUIET_MS && Date.now() - began < LONGEST_MS) {
  await new Promise(wake => setTimeout(wake, 200));
}
await consumer.disconnect();

for (const topic of topics) {
  console.log(`${topic} records=${records.get(topic)} rows=${tables.get(topic).size}`);
}
const balance = { read: 0n, inJourneys: 0n, duplicate: 0n, rejected: 0n };
for (const row of tables.get(`${prefix}.balance.v1`).values()) {
  for (const name of Object.keys(balance)) {
    balance[name] += BigInt(row[name]);
  }
}
console.log(`balance ${text(balance)}`);
process.exitCode = unreadable === 0 ? 0 : 1;
