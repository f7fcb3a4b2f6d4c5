// A file of its own (see build-assets.ts), loaded only where this detector is chosen, and before a backend starts: TF.js
// prepares those kernels of a backend that are registered by then.
import './wasm-package-kernels.ts';

export { createPackageTracker } from '../face-landmarks-detection/package-tracker.ts';
