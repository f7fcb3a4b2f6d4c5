/** Raw pixels, four bytes each, row by row. */
export interface ScenePicture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export interface ScenePoint {
  readonly x: number;
  readonly y: number;
}

/** What the camera sees, and how well. Every angle is in degrees, every share between 0 and 1. */
export interface SceneOptions {
  /** Size of the frame. Default 1280×720. */
  readonly width?: number;
  readonly height?: number;
  /** The same seed and options give the same pixels everywhere. Default 1. */
  readonly seed?: number;
  /** What lies under the document. Default `wood`. */
  readonly surface?: SceneSurface;
  /** Middle of the document, as shares of the frame. Default 0.5, 0.5. */
  readonly centreX?: number;
  readonly centreY?: number;
  /** Width of the document over the width of the frame, were it seen straight on. Default 0.66. */
  readonly spanRatio?: number;
  /** Turned in the picture, clockwise. */
  readonly rotationDegrees?: number;
  /** Turned about its own upright axis, as when it is flipped; positive brings the right edge nearer. */
  readonly yawDegrees?: number;
  /** Turned about its own level axis; positive brings the lower edge nearer. */
  readonly pitchDegrees?: number;
  /** What the camera really looks at. Default `original`. */
  readonly medium?: SceneMedium;
  /** Light on everything: 1 is even daylight, 0.2 a dark room, 1.8 too much. */
  readonly exposure?: number;
  /** How much darker the darkest corner is than the brightest. Default 0.15. */
  readonly lightFall?: number;
  /** A reflection on the document: where (shares of the document), how wide (share of its width), how strong. */
  readonly glare?: { readonly x: number; readonly y: number; readonly span: number; readonly strength?: number };
  /** Fingertips on the document: where the tip is (shares of the document) and from where the finger comes. */
  readonly fingers?: readonly { readonly x: number; readonly y: number; readonly fromDegrees: number }[];
  /** Out of focus: standard deviation in pixels. */
  readonly blurPx?: number;
  /** Moved while the shutter was open: length in pixels, direction. */
  readonly motionBlur?: { readonly lengthPx: number; readonly directionDegrees: number };
  /** Standard deviation of the sensor's noise, 0–255. Default 2. */
  readonly noise0to255?: number;
}

export type SceneSurface = 'wood' | 'stone' | 'cloth' | 'dark' | 'white';

/** `photocopy`: a black-and-white copy on a sheet of paper. `screen`: shown on a monitor, with its grid of dots. */
export type SceneMedium = 'original' | 'photocopy' | 'screen';

/** A frame, and where in it the document really is. */
export interface Scene {
  readonly image: ScenePicture;
  /** Corners as the document is read: top left, top right, bottom right, bottom left. Null without a document. */
  readonly quad: readonly [ScenePoint, ScenePoint, ScenePoint, ScenePoint] | null;
}
