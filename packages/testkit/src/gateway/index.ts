// A gateway that does what a test says, for whatever takes a `fetch`; and what a running sandbox is told.
export { createSandboxControl } from './sandbox-control.ts';
export type { SandboxAddress, SandboxControl } from './sandbox-control.ts';
export { PAGE_SCENARIO_NAMES, SCENARIO_NAMES } from './scenarios.ts';
export type { GatewayScript, PageOperation, PageScenario, ScenarioName, ScriptedFault } from './scenarios.ts';
export { createScriptedGateway } from './scripted-gateway.ts';
export type { GatewayRequest, GatewaySession, ScriptedGateway, ScriptedGatewayOptions } from './scripted-gateway.ts';
