export { captureBackendHandler } from './capture-backend-handler.ts';
export type {
  CaptureBackendOptions,
  CaptureConsent,
  CaptureProcess,
  CaptureSubject,
  RecordedConsent,
} from './capture-backend-options.ts';
