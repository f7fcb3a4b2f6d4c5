import type { CropRegion, CropSampler } from './crop-sampler.ts';
import type { FaceDetector } from './face-detector.ts';
import type { FaceMesh, FaceMesher } from './face-mesh.ts';
import { regionOfDetection, regionOfLandmarks } from './face-mesh.ts';

/** What is known about the faces of one frame. */
export interface TrackedFaces {
  /** Carried over from the last look by the detector, and never 0 while a mesh is held. */
  readonly faceCount: number;
  /** The largest face. */
  readonly mesh: FaceMesh | null;
}

export interface FaceTracker {
  track(frame: CropSampler): Promise<TrackedFaces>;
  /** Forgets the face: the next frame has nothing to do with the one before. */
  reset(): void;
}

export interface FaceTrackerOptions {
  /** Frames between two looks for further faces while one is tracked. Default 10 (guess): three a second at 30 frames. */
  readonly detectorInterval?: number;
  /** The mesh's belief under which a tracked face counts as lost. Default 0.5, MediaPipe's own (spec). */
  readonly minPresence?: number;
}

/**
 * Follows the largest face from frame to frame: its last mesh says where to look next, which saves the detector on most
 * frames. The detector runs when no face is held, and at a low rate besides, to see whether somebody else came in.
 */
export function createFaceTracker(
  detect: FaceDetector,
  placeMesh: FaceMesher,
  { detectorInterval = 10, minPresence = 0.5 }: FaceTrackerOptions = {},
): FaceTracker {
  let next: CropRegion | null = null;
  let faceCount = 0;
  let framesSinceLook = 0;

  async function look(frame: CropSampler): Promise<CropRegion | null> {
    const faces = await detect(frame);
    faceCount = faces.length;
    framesSinceLook = 0;
    const largest = faces[0];
    return largest === undefined ? null : regionOfDetection(largest);
  }

  return {
    async track(frame) {
      framesSinceLook += 1;
      let isFresh = next === null;
      let region = next;
      if (region === null || framesSinceLook >= detectorInterval) {
        const detected = await look(frame);
        // A tracked face whose mesh still holds stays the one that is measured, unless a much larger one is there.
        if (region === null || (detected !== null && isMuchLarger(detected, region))) {
          region = detected;
          isFresh = true;
        }
      }
      if (region === null) return { faceCount: 0, mesh: null };

      let mesh = await placeMesh(frame, region);
      if (mesh.presence < minPresence && !isFresh) {
        // The face moved out of its region within one frame: look again before saying that it is gone.
        const detected = await look(frame);
        if (detected !== null) mesh = await placeMesh(frame, detected);
      }
      if (mesh.presence < minPresence) {
        next = null;
        return { faceCount: 0, mesh: null };
      }
      // A detection gives a loose region. A second placement makes a first frame as exact as a tracked one.
      if (isFresh) mesh = await placeMesh(frame, regionOfLandmarks(mesh.landmarks));
      next = regionOfLandmarks(mesh.landmarks);
      faceCount = Math.max(1, faceCount);
      return { faceCount, mesh };
    },
    reset() {
      next = null;
      faceCount = 0;
      framesSinceLook = 0;
    },
  };
}

const MUCH_LARGER = 1.3; // guess: side of the region, 1.7 times the area

function isMuchLarger(candidate: CropRegion, held: CropRegion): boolean {
  const distance = Math.hypot(candidate.centreX - held.centreX, candidate.centreY - held.centreY);
  return candidate.width > held.width * MUCH_LARGER && distance > held.width / 2;
}
