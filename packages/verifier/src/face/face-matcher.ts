import type { AlignedFace } from './aligned-face.ts';
import type { FaceAlignment } from './face-alignment.ts';

/** How much two faces look like one person. */
export interface FaceMatch {
  /** 0–1, larger is more alike. Only scores of one `version` can be compared. */
  readonly score: number;
  /** Null when the matcher does not dare to say. */
  readonly result: boolean | null;
  /** That both show one person, 0–1; absent where the matcher is not calibrated. */
  readonly probability?: number | null;
}

/** Compares faces. Put a better one in place of the default: see the README for what the default is worth. */
export interface FaceMatcher {
  readonly method: string;
  readonly version: string;
  /** How the faces are cut that it gets. Default `EYES_112`. */
  readonly alignment?: FaceAlignment;
  /** What describes each face in the verifier's threads, before `compare`. Default none. */
  readonly describer?: FaceDescriberModule | null;
  compare(selfie: AlignedFace, reference: AlignedFace): Promise<FaceMatch> | FaceMatch;
  /** How it keeps a face without its picture; absent where it cannot. */
  readonly templates?: FaceTemplates | null;
}

/** What a matcher keeps of an enrolled face: numbers, from which nobody's picture is made again by this package. */
export interface FaceTemplates {
  describe(face: AlignedFace): Float32Array;
  compare(selfie: Float32Array, enrolled: Float32Array): FaceMatch;
}

/** An enrolled face. Biometric data: keep it only while it is needed, and apart from whatever names its owner. */
export interface FaceTemplate {
  /** Of the matcher that made it: no other can compare it. */
  readonly method: string;
  readonly version: string;
  readonly values: Float32Array;
}

/** Where the verifier's threads find a describer. */
export interface FaceDescriberModule {
  /** Address of an ES module that exports `openDescriber: OpenFaceDescriber`, as `import.meta.resolve` gives it. */
  readonly module: string;
}

/** Called once in a thread; whatever it throws is given to the caller of the first comparison, and it is called again for the next. */
export type OpenFaceDescriber = () => Promise<FaceDescriber>;

/** Turns a cut face into numbers, on a thread of the verifier, whose TF.js backend has started. One call at a time. */
export interface FaceDescriber {
  describe(rgba: Uint8ClampedArray, side: number): Promise<Float32Array>;
}
