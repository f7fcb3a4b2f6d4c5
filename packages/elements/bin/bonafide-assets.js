#!/usr/bin/env node
// The command of @bonafide/browser-core under this package's name too: pnpm gives an application only the commands of
// what it depends on itself, and `npx` would then ask the registry for a stranger's package of that name.
await import(new URL('bin/bonafide-assets.js', import.meta.resolve('@bonafide/browser-core/package.json')).href);
