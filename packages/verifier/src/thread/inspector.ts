import type { CropSampler, FaceNetworks, FrameAnalyser, FrameMeasurement } from '@bonafide/browser-core/vision';
import {
  createFaceDetector,
  createFaceMesher,
  createFaceTracker,
  createFrameAnalyser,
  createRgbaSampler,
  fuseLiveness,
  judgeStill,
  openNetworks,
} from '@bonafide/browser-core/vision';
import type { DecodedPicture } from '../decode-picture.ts';
import { decodePicture } from '../decode-picture.ts';
import { alignFace } from '../face/aligned-face.ts';
import { createPortraitDetector } from '../face/portrait-detector.ts';
import type { QuarterTurns } from '../face/turned-frame.ts';
import { turnedFrame } from '../face/turned-frame.ts';
import { readFileAssets } from '../file-assets.ts';
import type { SideEvidence } from '../document/document-evidence.ts';
import type { SelfieInspection } from '../selfie-inspection.ts';
import { createDescribers } from './open-describer.ts';
import type { DocumentViewer, DocumentViewRequest } from './document-viewer.ts';
import { openDocumentViewer } from './document-viewer.ts';
import type { FaceCut, FaceView, FrameSequence, ThreadSettings } from './protocol.ts';
import type { LookedAt } from './view-sequence.ts';
import { viewSequence } from './view-sequence.ts';

/** Looks at pictures, one at a time, on networks that stay loaded. */
export interface Inspector {
  /** With the frames around it, liveness is judged over all of them. */
  inspect(bytes: Uint8Array, sequence: FrameSequence | null): Promise<SelfieInspection>;
  /** What a comparison needs of one picture. */
  viewFace(bytes: Uint8Array, cut: FaceCut, role: 'selfie' | 'portrait'): Promise<FaceView>;
  /** What the document of one picture looks like and says. */
  viewDocument(bytes: Uint8Array, request: DocumentViewRequest): Promise<SideEvidence>;
  dispose(): void;
}

export async function openInspector({
  limits,
  policy,
  documentPolicy,
  livenessPolicy,
  assets,
}: ThreadSettings): Promise<Inspector> {
  const source = await readFileAssets(assets);
  const networks = await openNetworks(source, 'wasm');
  const modelVersion = networks.presentationAttack?.version ?? null;
  const describerOf = createDescribers();

  async function lookAtSelfie({ pixels }: DecodedPicture): Promise<LookedAt> {
    const frame = createRgbaSampler(pixels);
    return { frame, measurement: await createAnalyser(networks, 'selfie').analyse(frame, 0, { liveness: true }) };
  }

  /** A document may lie on its side or upside down: the detector sees only faces that are about upright. */
  async function lookAtPortrait({ pixels }: DecodedPicture): Promise<LookedAt> {
    const whole = createRgbaSampler(pixels);
    const turnedBy = async (turns: QuarterTurns): Promise<LookedAt> => {
      const frame = turnedFrame(whole, turns);
      return { frame, measurement: await createAnalyser(networks, 'portrait').analyse(frame, 0) };
    };
    const upright = await turnedBy(0);
    if (upright.measurement.face !== null) return upright;
    for (const turns of [2, 1, 3] as const) {
      const look = await turnedBy(turns);
      if (look.measurement.face !== null) return look;
    }
    return upright;
  }

  async function hasFace(frame: CropSampler): Promise<boolean> {
    const { face } = await createAnalyser(networks, 'portrait').analyse(frame, 0);
    return face !== null;
  }

  // The readers are loaded with the first document; a failed opening is forgotten.
  let opening: Promise<DocumentViewer> | undefined;
  async function documentViewer(): Promise<DocumentViewer> {
    opening ??= openDocumentViewer({ source, limits, policy: documentPolicy, hasFace });
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  return {
    async inspect(bytes, sequence) {
      const picture = await decodePicture(bytes, limits);
      const still = await lookAtSelfie(picture);
      const { measurement } = still;
      const view =
        sequence === null ? null : await viewSequence(still, sequence, createAnalyser(networks, 'selfie'), limits);
      const frames = view?.measurements ?? [measurement];
      return {
        format: picture.format,
        width: picture.width,
        height: picture.height,
        faceCount: measurement.faceCount,
        quality: judgeStill(measurement, policy),
        liveness: measurement.face === null ? null : fuseLiveness({ frames, modelVersion }, livenessPolicy),
        sequence: view?.inspection ?? null,
        face: withoutLandmarks(measurement.face),
      };
    },
    async viewFace(bytes, { alignment, describer }, role) {
      const isSelfie = role === 'selfie';
      const maxAnalysisSide = isSelfie ? limits.maxAnalysisSide : limits.maxDocumentSide;
      const picture = await decodePicture(bytes, { ...limits, maxAnalysisSide });
      const { frame, measurement } = await (isSelfie ? lookAtSelfie : lookAtPortrait)(picture);
      const { face, faceCount } = measurement;
      const quality = isSelfie ? judgeStill(measurement, policy) : null;
      if (face === null) return { faceCount, face: null, faceWidthPixels: 0, quality, liveness: null };
      const cut = alignFace(frame, face.landmarks, alignment);
      const descriptor = describer === null ? null : await (await describerOf(describer)).describe(cut.rgba, cut.side);
      return {
        faceCount,
        face: { ...cut, descriptor },
        faceWidthPixels:
          (face.box.width * Math.max(picture.width, picture.height)) / Math.max(frame.width, frame.height),
        quality,
        liveness: isSelfie ? fuseLiveness({ frames: [measurement], modelVersion }, livenessPolicy) : null,
      };
    },
    async viewDocument(bytes, request) {
      const view = await documentViewer();
      return view(bytes, request);
    },
    dispose: () => networks.dispose(),
  };
}

/** A new one for each picture: pictures of different people share no track. */
function createAnalyser(
  { detector, mesh, presentationAttack }: FaceNetworks,
  role: 'selfie' | 'portrait',
): FrameAnalyser {
  const detect = createFaceDetector(detector);
  return createFrameAnalyser({
    tracker: createFaceTracker(role === 'portrait' ? createPortraitDetector(detect) : detect, createFaceMesher(mesh)),
    scoreLiveness: presentationAttack?.score,
  });
}

function withoutLandmarks(face: FrameMeasurement['face']): SelfieInspection['face'] {
  if (face === null) return null;
  const { landmarks: _, ...rest } = face;
  return rest;
}
