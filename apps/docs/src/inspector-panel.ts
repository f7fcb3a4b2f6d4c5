/** Frame of the inspector; `page/inspector.ts` fills the tables. */
export function inspectorPanel(): string {
  return `<div class="workbench inspector">
<div class="stage" id="stage" aria-label="The element"></div>
<div class="controls">
<fieldset class="segments"><legend>Camera</legend>
<label><input type="radio" name="camera" value="sample" checked><span>Sample picture</span></label>
<label><input type="radio" name="camera" value="own"><span>Your camera</span></label>
</fieldset>
<p class="row"><button type="button" id="freeze" class="primary" aria-pressed="false">Freeze</button></p>
<dl class="figures">
<div><dt>Hint</dt><dd id="guidance">–</dd></div>
<div><dt>Steady for</dt><dd id="stable">–</dd></div>
<div><dt>Frame</dt><dd id="frame">–</dd></div>
<div><dt>Evidence</dt><dd id="decision">–</dd></div>
<div><dt>Suspicion of injection</dt><dd id="injection">–</dd></div>
</dl>
</div>
<section class="output"><h2 id="quality">Quality: every value beside its line</h2>
<div class="table" tabindex="0" role="group" aria-labelledby="quality"><table class="measures"><thead><tr><th scope="col">Value</th><th scope="col">Now</th><th scope="col"><span class="unseen">As a bar; the line is in its middle</span></th><th scope="col">Line</th><th scope="col">Hint</th><th scope="col">Known by</th></tr></thead><tbody id="checks"></tbody></table></div></section>
<section class="output"><h2 id="evidence">Liveness: what speaks, and how loudly</h2>
<div class="table" tabindex="0" role="group" aria-labelledby="evidence"><table class="measures"><thead><tr><th scope="col">Signal</th><th scope="col">Now</th><th scope="col"><span class="unseen">As a bar; in its middle it says nothing</span></th><th scope="col">Weight</th><th scope="col">Attack at</th><th scope="col">Bona fide at</th><th scope="col">Known by</th></tr></thead><tbody id="signals"></tbody></table></div></section>
</div>
`;
}
