/** One shipped file. */
export interface ModelFile {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** SPDX identifier. */
  readonly licence: string;
  /** Where it comes from: a package and the path inside it, or the script of this repository that made it. */
  readonly source: string;
  /** The model card, relative to the package. */
  readonly card: string;
}

/** Names of the two files of one network. */
export interface NetworkFiles {
  readonly graph: string;
  readonly weights: string;
}

/** How the presentation-attack network wants its pictures, and where it says what it thinks of them. */
export interface PresentationAttackFiles extends NetworkFiles {
  readonly version: string;
  /** Left out: crops are shown as they are. */
  readonly lighten?: FaceLight;
  /** One inference each. RGB. */
  readonly crops: readonly FaceCrop[];
}

/** Crops whose face is darker than `faceLuma` (mean of the middle, 0–1) are multiplied until it is not, by `mostGain` at most. */
export interface FaceLight {
  readonly faceLuma: number;
  readonly mostGain: number;
}

/** A crop around the face, and the graph's output whose first value is the belief, 0–1, that the face is there in person. */
export interface FaceCrop {
  /** Width and height of the crop over those of the face box. */
  readonly scale: number;
  readonly output: string;
}

/** A network that reads one line of print, and its characters: class `i + 1` is character `i`, class 0 the gap between two. */
export interface LineReaderFiles extends NetworkFiles {
  readonly alphabet: string;
}

/** The reader of documents: one network, trained once for machine-readable zones and once for other print. */
export interface DocumentReaderFiles {
  readonly version: string;
  readonly mrz: LineReaderFiles;
  readonly text?: LineReaderFiles;
}

/** `assets/manifest.json`. */
export interface ModelManifest {
  readonly version: string;
  readonly files: readonly ModelFile[];
  readonly models: {
    readonly faceDetector: NetworkFiles;
    readonly faceMesh: NetworkFiles;
    readonly presentationAttack?: PresentationAttackFiles;
    readonly documentReader?: DocumentReaderFiles;
  };
}
