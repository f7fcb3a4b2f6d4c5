export { createSandbox } from './sandbox.ts';
export type { Sandbox } from './sandbox.ts';
export type { SandboxClient, SandboxOptions } from './sandbox-options.ts';
export type { Clock } from './clock.ts';
export type { LogRecord, LogSink } from './logger.ts';
export type { GatewayEvent } from './gateway-feed.ts';
export type { Operation } from './onekyc/operation.ts';
export { NAMED_SCENARIOS } from './scenarios/named-scenarios.ts';
export type { ScenarioName } from './scenarios/named-scenarios.ts';
export type { Scenario, ScenarioFault } from './scenarios/scenario.ts';
export { UnreadablePictureError } from './processing/selfie-processor.ts';
export type {
  FaceComparison,
  LivenessFinding,
  QualityFinding,
  SelfieInspection,
  SelfieProcessor,
} from './processing/selfie-processor.ts';
