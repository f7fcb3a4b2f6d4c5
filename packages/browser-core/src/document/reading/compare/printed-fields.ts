import { editDistance } from '../edit-distance.ts';
import type { TextLine } from '../text-line.ts';

/** What a label on a document may stand for. */
export type PrintedField = 'lastName' | 'firstName' | 'documentNumber' | 'dateOfBirth' | 'dateOfExpiry' | 'sex';

/** Words of labels without marks, and the numbers of ISO/IEC 18013-1 on licences. Order: a label is the first field that it fits. */
const LABELS: Readonly<Record<PrintedField, readonly string[]>> = {
  dateOfBirth: [
    'date of birth',
    'date de naissance',
    'geburtsdatum',
    'geburtstag',
    'fecha de nacimiento',
    'data di nascita',
    'data de nascimento',
    'geboortedatum',
    '3',
  ],
  dateOfExpiry: [
    'date of expiry',
    'date of expiration',
    'expires',
    'expiry date',
    "date d'expiration",
    'expire le',
    'gultig bis',
    'valid until',
    'fecha de caducidad',
    'data di scadenza',
    'data de validade',
    'geldig tot',
    '4b',
  ],
  documentNumber: [
    'passport no',
    'document no',
    'card no',
    'licence no',
    'license no',
    'no. du passeport',
    'passnummer',
    'ausweisnummer',
    'num. documento',
    'numero documento',
    '5',
  ],
  firstName: [
    'given name',
    'given names',
    'first name',
    'prenoms',
    'prenom',
    'vornamen',
    'vorname',
    'nombres',
    'voornamen',
    '2',
  ],
  lastName: [
    'surname',
    'last name',
    'family name',
    'nom',
    'familienname',
    'nachname',
    'apellidos',
    'cognome',
    'apelidos',
    'achternaam',
    '1',
  ],
  sex: ['sex', 'sexe', 'geschlecht', 'sexo', 'sesso', 'geslacht'],
};

/** One in six letters of a long label may be misread (guess). */
const MAX_LABEL_ERRORS = 1 / 6;

/** A value that stands under its label or beside it. */
export interface LabelledValue {
  readonly field: PrintedField;
  readonly text: string;
  readonly confidence: number;
}

/** The values that labels of the printed lines name; a label with nothing near it gives none. */
export function printedFields(lines: readonly TextLine[]): readonly LabelledValue[] {
  const labels = lines.map((line) => fieldOf(line.text));
  const others = lines.filter((_, index) => labels[index] === null);
  const labelled = lines.flatMap((line, index): LabelledValue[] => {
    const field = labels[index];
    if (field === undefined || field === null) return [];
    const value = /^\d/.test(line.text) ? beside(line, others) : (below(line, others) ?? beside(line, others));
    return value === null ? [] : [{ field, text: value.text, confidence: value.confidence }];
  });
  return [...labelled, ...numberedFields(others)];
}

const NUMBERED: Readonly<Record<string, PrintedField>> = {
  '1': 'lastName',
  '2': 'firstName',
  '3': 'dateOfBirth',
  '4b': 'dateOfExpiry',
  // How a recogniser sees it.
  '46': 'dateOfExpiry',
  '5': 'documentNumber',
};

/** A licence's lines that begin with the number of their field; three of them under each other, or they are no numbers. */
function numberedFields(lines: readonly TextLine[]): readonly LabelledValue[] {
  const found = lines.flatMap(({ text, confidence, box }) => {
    const [, number = '', value = ''] = /^(\d[a-d6]?)[.,]?\s+(\S.*)$/.exec(text) ?? [];
    const field = NUMBERED[number];
    return field === undefined ? [] : [{ field, text: value, confidence, x: box.x }];
  });
  const [first] = found;
  const isColumn = found.length >= 3 && found.every(({ x }) => Math.abs(x - (first?.x ?? 0)) < 0.03);
  return isColumn ? found.map(({ field, text, confidence }) => ({ field, text, confidence })) : [];
}

/** Which field a line is the label of; null for a line that is none. */
function fieldOf(text: string): PrintedField | null {
  const parts = text.split('/').map(lettersOf).filter(Boolean);
  // More than two languages may also be two labels that were taken for one line: then the first says whose value is below.
  const heads = parts.slice(0, parts.length > 2 ? 1 : 2);
  for (const [field, labels] of Object.entries(LABELS) as [PrintedField, readonly string[]][]) {
    if (heads.some((part) => labels.some((label) => isLike(part, lettersOf(label))))) return field;
  }
  return null;
}

function isLike(part: string, label: string): boolean {
  return label.length < 6 ? part === label : editDistance(part, label) <= label.length * MAX_LABEL_ERRORS;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** The nearest line under the label that begins where it does. */
function below({ box }: TextLine, lines: readonly TextLine[]): TextLine | null {
  const near = lines
    .filter((line) => Math.abs(line.box.x - box.x) < 0.03 && line.box.y > box.y + box.height * 0.5)
    .toSorted((a, b) => a.box.y - b.box.y)[0];
  return near !== undefined && near.box.y - box.y < 3.2 * Math.max(box.height, near.box.height) ? near : null;
}

/** The nearest line to the right of the label, level with it. */
function beside({ box }: TextLine, lines: readonly TextLine[]): TextLine | null {
  const middle = box.y + box.height / 2;
  const right = lines
    .filter((line) => line.box.x > box.x && Math.abs(line.box.y + line.box.height / 2 - middle) < 0.6 * line.box.height)
    .toSorted((a, b) => a.box.x - b.box.x)[0];
  return right !== undefined && right.box.x - (box.x + box.width) < 0.12 ? right : null;
}
