import { Client } from 'pg';

/** Every row of every table of a PostgreSQL, as whoever has a copy of it reads it: texts as they are, bytes as text too. */
export async function databaseText(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ readonly name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
      for (const row of rows) texts.push(Object.values(row).map(toText).join(' '));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

function toText(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
