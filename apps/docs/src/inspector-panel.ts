/** Frame of the inspector of faces; `page/inspector.ts` fills the tables. */
export function inspectorPanel(): string {
  return panel(
    [
      ['guidance', 'Hint'],
      ['stable', 'Steady for'],
      ['frame', 'Frame'],
      ['decision', 'Evidence'],
      ['injection', 'Suspicion of injection'],
    ],
    [
      table('quality', 'checks', 'Quality: every value beside its line', QUALITY_HEADS),
      table('evidence', 'signals', 'Liveness: what speaks, and how loudly', [
        'Signal',
        'Now',
        '<span class="unseen">As a bar; in its middle it says nothing</span>',
        'Weight',
        'Attack at',
        'Bona fide at',
        'Known by',
      ]),
    ],
  );
}

/** Frame of the inspector of documents; `page/document-inspector.ts` fills the table. */
export function documentInspectorPanel(): string {
  return panel(
    [
      ['guidance', 'Hint'],
      ['stable', 'Steady for'],
      ['frame', 'Frame'],
      ['format', 'Format'],
      ['long-side', 'Long side'],
      ['layout', 'Seen on it'],
    ],
    [table('quality', 'checks', 'Quality: every value beside its line', QUALITY_HEADS)],
  );
}

const QUALITY_HEADS = [
  'Value',
  'Now',
  '<span class="unseen">As a bar; the line is in its middle</span>',
  'Line',
  'Hint',
  'Known by',
];

function panel(figures: readonly (readonly [id: string, name: string])[], tables: readonly string[]): string {
  return `<div class="workbench">
<div class="stage" id="stage" aria-label="The element"></div>
<div class="controls">
<fieldset class="segments"><legend>Camera</legend>
<label><input type="radio" name="camera" value="sample" checked><span>Sample picture</span></label>
<label><input type="radio" name="camera" value="own"><span>Your camera</span></label>
</fieldset>
<p class="row"><button type="button" id="freeze" class="primary" aria-pressed="false">Freeze</button></p>
<dl class="figures">
${figures.map(([id, name]) => `<div><dt>${name}</dt><dd id="${id}">–</dd></div>`).join('\n')}
</dl>
</div>
${tables.join('\n')}
</div>
`;
}

function table(id: string, body: string, title: string, heads: readonly string[]): string {
  return `<section class="output"><h2 id="${id}">${title}</h2>
<div class="table" tabindex="0" role="group" aria-labelledby="${id}"><table class="measures"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody id="${body}"></tbody></table></div></section>`;
}
