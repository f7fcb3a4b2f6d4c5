export type ToolName = 'chromium' | 'firefox' | 'webkit' | 'xvfb' | 'redis' | 'postgres' | 'git' | 'libatomic';
/** The program's path, or undefined when this machine lacks it. */
export function findTool(name: ToolName): string | undefined;
/** Installs what is missing where that is possible; returns each name's path or undefined. */
export function ensureTools(names: readonly ToolName[]): Record<ToolName, string | undefined>;
