// The same pipelines in Node and, bundled, on a page. Each takes RGBA pixels and gives corners, or null.
import cvModule from '@techstark/opencv-js';
import Jscanify from 'jscanify/client';
import {
  createDocumentAnalyser,
  DEFAULT_DOCUMENT_POLICY,
  findDocument,
} from '../../packages/browser-core/dist/document/index.js';

/** Scores under this are not shown to anybody: the gate's own line. */
const BELIEVED = DEFAULT_DOCUMENT_POLICY.confidenceEnter;

/** Its module has a `then` that answers with itself: whoever awaits or returns it waits for ever. */
async function openCv() {
  if (!cvModule.Mat) await new Promise((resolve) => (cvModule.onRuntimeInitialized = () => resolve()));
  delete cvModule.then;
  return cvModule;
}

/** Frames of one scene that are timed where a document is followed: the layout is looked at on one of five. */
const FOLLOWED_FRAMES = 5;

/** `begin`, untimed, sees the scene before its `frames` timed looks; without it there is one. */
export async function openPipelines() {
  const cv = await openCv();
  globalThis.cv = cv;
  const scanner = new Jscanify();
  let followed;
  return [
    {
      name: 'ours: outline only',
      find: (image) => believed(findDocument(image)),
    },
    {
      name: 'ours: outline and every measure',
      find: async (image) => believed((await createDocumentAnalyser().analyse(image, 0, { side: 'front' })).document),
    },
    {
      name: 'ours: the same, followed from frame to frame',
      frames: FOLLOWED_FRAMES,
      begin(image) {
        followed = createDocumentAnalyser();
        return followed.analyse(image, 0, { side: 'front' });
      },
      find: async (image) => believed((await followed.analyse(image, 0, { side: 'front' })).document),
    },
    { name: 'jscanify 1.4.3 on OpenCV.js 4.12', find: (image) => byJscanify(cv, scanner, image) },
    { name: 'OpenCV.js 4.12: Canny, contours, approxPolyDP at 320 px', find: (image) => byContours(cv, image) },
  ];
}

function believed(document) {
  return document !== null && document.confidence >= BELIEVED ? document.quad : null;
}

function byJscanify(cv, scanner, image) {
  const mat = cv.matFromImageData(image);
  try {
    const contour = scanner.findPaperContour(mat);
    if (contour === null) return null;
    const corners = scanner.getCornerPoints(contour, mat);
    contour.delete?.();
    const quad = [corners.topLeftCorner, corners.topRightCorner, corners.bottomRightCorner, corners.bottomLeftCorner];
    return quad.every(Boolean) ? quad : null;
  } finally {
    mat.delete();
  }
}

/** What tutorials do: the largest outer contour that four corners describe. */
function byContours(cv, image) {
  const scale = Math.max(image.width, image.height) / 320;
  const [mat, small, grey, edges] = [cv.matFromImageData(image), new cv.Mat(), new cv.Mat(), new cv.Mat()];
  const [contours, hierarchy, kernel] = [new cv.MatVector(), new cv.Mat(), cv.Mat.ones(3, 3, cv.CV_8U)];
  try {
    cv.resize(
      mat,
      small,
      new cv.Size(Math.round(image.width / scale), Math.round(image.height / scale)),
      0,
      0,
      cv.INTER_AREA,
    );
    cv.cvtColor(small, grey, cv.COLOR_RGBA2GRAY);
    cv.GaussianBlur(grey, grey, new cv.Size(5, 5), 0);
    cv.Canny(grey, edges, 30, 90);
    cv.dilate(edges, edges, kernel);
    cv.findContours(edges, contours, hierarchy, cv.RETR_EXTERNAL, cv.CHAIN_APPROX_SIMPLE);
    let best = null;
    let largest = 0.05 * small.rows * small.cols;
    for (let i = 0; i < contours.size(); i += 1) {
      const contour = contours.get(i);
      const corners = new cv.Mat();
      cv.approxPolyDP(contour, corners, 0.02 * cv.arcLength(contour, true), true);
      const area = cv.contourArea(corners);
      if (corners.rows === 4 && area > largest && cv.isContourConvex(corners)) {
        largest = area;
        best = [0, 1, 2, 3].map((k) => ({ x: corners.data32S[2 * k] * scale, y: corners.data32S[2 * k + 1] * scale }));
      }
      contour.delete();
      corners.delete();
    }
    return best;
  } finally {
    for (const owned of [mat, small, grey, edges, contours, hierarchy, kernel]) owned.delete();
  }
}

/** Mean corner distance over the picture's diagonal, whichever corner comes first and whichever way round. */
export function cornerError(found, truth, { width, height }) {
  let best = Infinity;
  for (const order of [
    [0, 1, 2, 3],
    [0, 3, 2, 1],
  ]) {
    for (let turn = 0; turn < 4; turn += 1) {
      const sum = truth.reduce((total, corner, i) => {
        const { x, y } = found[order[(i + turn) % 4]];
        return total + Math.hypot(corner.x - x, corner.y - y);
      }, 0);
      best = Math.min(best, sum / 4);
    }
  }
  return best / Math.hypot(width, height);
}
