// The sandbox as a program. Settings come from the environment: PORT, HOST, DATABASE_URL, PUBLIC_URL, DATA_DIR,
// CONTROL_TOKEN, ALLOW_LOOPBACK=1, and SANDBOX_CLIENTS (a JSON array of clients).
import { createSandbox } from './sandbox.ts';
import type { SandboxClient, SandboxOptions } from './sandbox-options.ts';

const { env } = process;

const options: SandboxOptions = {
  ...(env['DATABASE_URL'] === undefined ? {} : { databaseUrl: env['DATABASE_URL'] }),
  ...(env['DATA_DIR'] === undefined ? {} : { dataDir: env['DATA_DIR'] }),
  ...(env['PUBLIC_URL'] === undefined ? {} : { publicUrl: env['PUBLIC_URL'] }),
  ...(env['SANDBOX_CLIENTS'] === undefined
    ? {}
    : { clients: JSON.parse(env['SANDBOX_CLIENTS']) as readonly SandboxClient[] }),
  ...(env['CONTROL_TOKEN'] === undefined ? {} : { control: { token: env['CONTROL_TOKEN'] } }),
  allowLoopback: env['ALLOW_LOOPBACK'] === '1',
};

const sandbox = await createSandbox(options);
const url = await sandbox.listen({ port: Number(env['PORT'] ?? 8787), host: env['HOST'] ?? '127.0.0.1' });
process.stdout.write(
  `Sandbox on ${url} (OneKYC base ${url}/onekyc, Assure base ${url}, control page ${url}/control/)\n`,
);

const stop = (): void => {
  void sandbox.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
