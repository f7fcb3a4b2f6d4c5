import { readText } from './repository.ts';
import { escapeHtml } from './escape-html.ts';
import { inline } from './html-table.ts';
import { readManifest, type ElementManifest, type ManifestEntry } from './reference/manifest.ts';

/** Set by the playground itself: it has no gateway and no token, and its files lie where they lie. */
const SET_BY_THE_PAGE = new Set([
  'session-token',
  'capture-token',
  'correlation-id',
  'base-url',
  'assets-url',
  'camera-id',
  'lang',
  'theme',
  'debug',
  'resume',
]);

/** Those that are part of every element, and those that it fetches: each has an entry of the package. By its own name. */
const LANGUAGES = Object.fromEntries(
  ['en', 'id', ...fetchedLanguages()].map((tag) => [
    tag,
    new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag,
  ]),
);

function fetchedLanguages(): readonly string[] {
  const { exports } = JSON.parse(readText('packages/elements/package.json')) as { readonly exports: object };
  return Object.keys(exports).flatMap((entry) => /^\.\/messages\/(.+)$/.exec(entry)?.[1] ?? []);
}

/** Frame, controls and log of the playground; the controls are made of what the manifest says of each element. */
export function playgroundControls(): string {
  const elements = readManifest();
  return `<div class="workbench">
<div class="stage" id="stage" aria-label="The element"></div>
<form class="controls" id="controls">
<fieldset class="segments"><legend>Element</legend>
${elements.map(({ tagName }, index) => `<label><input type="radio" name="element" value="${tagName}"${index === 0 ? ' checked' : ''}><span>${tagName}</span></label>`).join('\n')}
</fieldset>
<fieldset class="segments"><legend>Camera</legend>
<label><input type="radio" name="camera" value="sample" checked><span>Sample picture</span></label>
<label><input type="radio" name="camera" value="own"><span>Your camera</span></label>
</fieldset>
<div class="pair">
${select('lang', 'Language', LANGUAGES)}
${select('dir', 'Direction', { ltr: 'Left to right', rtl: 'Right to left' })}
${select('theme', 'Colours', { auto: 'As this page', light: 'Light', dark: 'Dark' })}
${select('outcome', 'The pretended answer', { passed: 'Passed', refused: 'Refused' })}
</div>
${elements.map(renderAttributes).join('')}
${elements.map(renderTokens).join('')}
<p class="row"><button type="submit" class="primary">Begin again</button> <button type="reset">Reset all</button></p>
</form>
<section class="output"><h2 id="markup">Markup</h2><div class="code"><pre tabindex="0"><code id="snippet"></code></pre></div></section>
<section class="output"><h2 id="events">Events</h2><div class="log" id="log" tabindex="0" role="log" aria-labelledby="events"></div></section>
</div>
`;
}

function select(name: string, label: string, options: Readonly<Record<string, string>>): string {
  const choices = Object.entries(options).map(([value, text]) => `<option value="${value}">${text}</option>`);
  return `<label class="field"><span>${label}</span><select name="${name}">${choices.join('')}</select></label>`;
}

function renderAttributes({ tagName, attributes, events }: ElementManifest): string {
  const names = events
    .map(({ name }) => name)
    .filter((name) => !/-(?:telemetry|measurement)$/.test(name))
    .join(' ');
  const fields = attributes.filter(({ name }) => !SET_BY_THE_PAGE.has(name)).map(renderAttribute);
  return `<details class="of-element" data-of="${tagName}" data-events="${names}"><summary>Attributes</summary>${fields.join('\n')}</details>\n`;
}

function renderAttribute(entry: ManifestEntry): string {
  const { name, type, description = '' } = entry;
  const data = `data-attribute="${escapeHtml(name)}"`;
  const choices = [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
  const label = `<code>${escapeHtml(name)}</code> <small>${inline(description)}</small>`;
  if (type?.text === 'boolean')
    return `<label class="switch"><input type="checkbox" ${data}><span>${label}</span></label>`;
  if (choices.length > 1) {
    const options = choices.map((value) => `<option>${escapeHtml(value)}</option>`).join('');
    return `<label class="field"><span>${label}</span><select ${data}><option value="">default</option>${options}</select></label>`;
  }
  const kind = type?.text === 'number' ? 'number' : 'text';
  const placeholder = escapeHtml((entry.default ?? '').replaceAll(/['_]/g, ''));
  return `<label class="field"><span>${label}</span><input type="${kind}" ${data} placeholder="${placeholder}"></label>`;
}

function renderTokens({ tagName, cssProperties }: ElementManifest): string {
  const fields = cssProperties.map(({ name, description = '' }) => {
    const label = `<code>${escapeHtml(name)}</code> <small>${inline(description)}</small>`;
    return `<label class="field"><span>${label}</span><input type="text" data-token="${escapeHtml(name)}" placeholder="any CSS value"></label>`;
  });
  return `<details class="of-element" data-of="${tagName}"><summary>Theme tokens</summary>${fields.join('\n')}</details>\n`;
}
