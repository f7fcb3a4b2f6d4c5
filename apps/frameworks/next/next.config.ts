import type { NextConfig } from 'next';

// Read once by Next, before it would tell its makers of a build.
process.env['NEXT_TELEMETRY_DISABLED'] = '1';

const config: NextConfig = {
  distDir: 'dist',
  // `npm run typecheck` does it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
