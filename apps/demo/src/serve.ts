import { startDemo } from './demo.ts';

const port = Number(process.env['PORT'] ?? 5173);
const gatewayPort = Number(process.env['GATEWAY_PORT'] ?? 8787);

try {
  const demo = await startDemo({ port, gatewayPort, log: (line) => console.log(`  partner backend  ${line}`) });
  console.log(`\n  Bonafide is running. Open ${demo.url}\n`);
  const stop = () => {
    // A second signal, or a connection that will not end, must not keep the ports.
    setTimeout(() => process.exit(0), 5_000).unref();
    void demo.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    taken ? `Port ${port} or ${gatewayPort} is taken. Choose others: PORT=5180 GATEWAY_PORT=8790 npm start` : error,
  );
  process.exitCode = 1;
}
