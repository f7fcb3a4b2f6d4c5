import { FaceLandmarker, FilesetResolver } from '@mediapipe/tasks-vision';

export async function open() {
  const files = await FilesetResolver.forVisionTasks('/tasks-wasm');
  const landmarker = await FaceLandmarker.createFromOptions(files, {
    baseOptions: { modelAssetPath: '/face_landmarker.task', delegate: 'CPU' },
    runningMode: 'VIDEO',
    numFaces: 1,
  });
  let time = 0;
  return {
    about: 'cpu',
    detect: async (frame: ImageBitmap) => landmarker.detectForVideo(frame, (time += 33)).faceLandmarks.length,
  };
}
