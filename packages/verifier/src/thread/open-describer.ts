import type { FaceDescriber, FaceDescriberModule, OpenFaceDescriber } from '../face/face-matcher.ts';
import { isVerifierError, VerifierError } from '../verifier-error.ts';

/** Opens each describer once in this thread; a failed opening is forgotten. */
export function createDescribers(): (module: FaceDescriberModule) => Promise<FaceDescriber> {
  const opened = new Map<string, Promise<FaceDescriber>>();
  return async ({ module }) => {
    let describer = opened.get(module);
    if (describer === undefined) {
      describer = load(module);
      opened.set(module, describer);
    }
    try {
      return await describer;
    } catch (error) {
      opened.delete(module);
      throw error;
    }
  };
}

async function load(module: string): Promise<FaceDescriber> {
  try {
    const { openDescriber } = (await import(module)) as { readonly openDescriber: OpenFaceDescriber };
    return await openDescriber();
  } catch (cause) {
    if (isVerifierError(cause)) throw cause;
    throw new VerifierError('matcher-unavailable', "the matcher's describer cannot be opened", { cause });
  }
}
