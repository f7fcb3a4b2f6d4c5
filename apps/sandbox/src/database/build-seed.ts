// Prepares the embedded database's first state ahead of time (see seed-cache.ts). Run as this app's build step.
import { openJobQueue } from '../queue/job-queue.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';

const database = await openDatabase({});
await migrate(database.db);
const queue = await openJobQueue(database, { onError: (error) => console.error(error) });
await queue.stop();
await database.saveSeed();
await database.close();
