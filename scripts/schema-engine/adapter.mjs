import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { connectionOf, dropDatabase, schemaOf, withConnection } from "./connection.mjs";

const CHAR = { internal: 18, internalArray: 1002 };
const TEXT = { plain: 25, array: 1009 };

/** Columns of the type "char" in the results seen so far, by the names of all columns of the result. */
const charColumns = new Map();

/** Catalogue queries answer the internal type "char", which Prisma's adapter refuses: it gets text instead. */
function presentCharAsText() {
  const original = pg.Result.prototype.addFields;
  pg.Result.prototype.addFields = function addFields(fields) {
    const found = [];
    for (const [index, field] of fields.entries()) {
      if (field.dataTypeID === CHAR.internal) {
        field.dataTypeID = TEXT.plain;
        found.push(index);
      } else if (field.dataTypeID === CHAR.internalArray) {
        field.dataTypeID = TEXT.array;
      }
    }
    if (found.length > 0) charColumns.set(keyOf(fields.map((field) => field.name)), found);
    return original.call(this, fields);
  };
}
presentCharAsText();

const keyOf = (columnNames) => columnNames.join("\0");

/** And the engine is told that those columns hold single characters. */
function withCharTypes(queryable) {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns.get(keyOf(result.columnNames)) ?? []) {
      result.columnTypes[index] = ColumnTypeEnum.Character;
    }
    return result;
  };
  if (queryable.startTransaction) {
    const startTransaction = queryable.startTransaction.bind(queryable);
    queryable.startTransaction = async (...options) => withCharTypes(await startTransaction(...options));
  }
  return queryable;
}

async function connect(connection, schema) {
  const adapter = withCharTypes(await new PrismaPg({ ...connection, max: 2 }, { schema }).connect());
  // the adapter would cut a script at each semicolon, also inside a function's body: send it whole
  adapter.executeScript = (script) =>
    withConnection(connection, async (client) => {
      if (schema) await client.query(`SET search_path TO ${client.escapeIdentifier(schema)}`);
      await client.query(script);
    }).catch((error) => {
      throw asAdapterError(error);
    });
  return adapter;
}

function asAdapterError(error) {
  const { message, detail, column, hint, severity = "ERROR", code = "N/A" } = error;
  const cause = { kind: "postgres", code, severity, message, detail, column, hint };
  return Object.assign(new Error(message), {
    name: "DriverAdapterError",
    cause: { ...cause, originalCode: code, originalMessage: message },
  });
}

/** Prisma's adapter for the schema engine. Its shadow database is really another one, and is dropped after use. */
export function adapterFactory(url, shadowUrl) {
  const schema = schemaOf(url);
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(connectionOf(url), schema),
    async connectToShadowDb() {
      if (shadowUrl) return connect(connectionOf(shadowUrl), schema);
      const database = `prisma_migrate_shadow_db_${randomUUID()}`;
      await withConnection(connectionOf(url), (client) =>
        client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`),
      );
      const adapter = await connect(connectionOf(url, database), schema);
      const dispose = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await dispose();
        await dropDatabase(url, database);
      };
      return adapter;
    },
  };
}
