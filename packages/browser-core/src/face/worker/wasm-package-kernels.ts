// The wasm kernels that face-landmarks-detection uses around its networks, beside those of ../../../wasm-kernels.ts.
import { registerKernel } from '@tensorflow/tfjs-core';
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { castConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Cast.js';
import { clipByValueConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ClipByValue.js';
import { expConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Exp.js';
import { expandDimsConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ExpandDims.js';
import { identityConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Identity.js';
import { realDivConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv.js';
import { sliceConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Slice.js';
import { subConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sub.js';
import { transformConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Transform.js';

const KERNELS: readonly KernelConfig[] = [
  castConfig,
  clipByValueConfig,
  expConfig,
  expandDimsConfig,
  identityConfig,
  realDivConfig,
  sliceConfig,
  subConfig,
  transformConfig,
];

for (const kernel of KERNELS) registerKernel(kernel);
