import { expect } from 'chai';
import '../../src/define/index.ts';
import { DocumentCapture } from '../../src/document-capture/document-capture.ts';
import { IdVerification } from '../../src/id-verification/id-verification.ts';
import { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';

describe('a boolean attribute', () => {
  for (const Element of [SelfieLiveness, DocumentCapture, IdVerification]) {
    const made = new Element() as unknown as HTMLElement & Record<PropertyKey, unknown>;
    const booleans = [...Element.elementProperties].flatMap(([property, { attribute }]) =>
      typeof made[property] === 'boolean' && typeof attribute !== 'boolean'
        ? [[property, attribute ?? String(property)] as const]
        : [],
    );

    it(`of <${made.localName}>: there are some`, () => {
      expect(booleans.length).to.be.greaterThan(2);
    });

    for (const [property, attribute] of booleans) {
      it(`of <${made.localName}>: ${attribute} is on by its presence, and off where it is "false"`, () => {
        const wanted: [string | null, boolean][] = [
          ['', true],
          ['false', false],
          ['true', true],
          [attribute, true],
          [null, false],
        ];
        for (const [value, isOn] of wanted) {
          if (value === null) made.removeAttribute(attribute);
          else made.setAttribute(attribute, value);
          expect(made[property]).to.equal(isOn);
        }
      });
    }
  }
});
