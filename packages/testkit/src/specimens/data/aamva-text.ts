import type { SpecimenHolder } from './specimen-holder.ts';

/** An issuer's number that AAMVA has given to nobody. */
const ISSUER = '636999';
const SEX = { M: '1', F: '2', X: '9' } as const;

/** What the PDF417 on the back of the specimen licence says: AAMVA DL/ID Card Design Standard, version 10, one subfile. */
export function aamvaText(holder: SpecimenHolder): string {
  const [first = '', ...middle] = plain(holder.firstName).split(' ');
  const elements = [
    `DAQ${holder.documentNumber}`,
    `DCS${plain(holder.lastName)}`,
    'DDEN',
    `DAC${first}`,
    'DDFN',
    `DAD${middle.length === 0 ? 'NONE' : middle.join(',')}`,
    'DDGN',
    'DCAC',
    'DCBNONE',
    'DCDNONE',
    `DBD${monthFirst(holder.dateOfIssue)}`,
    `DBB${monthFirst(holder.dateOfBirth)}`,
    `DBA${monthFirst(holder.dateOfExpiry)}`,
    `DBC${SEX[holder.sex]}`,
    `DAU${String(holder.heightCm).padStart(3, '0')} cm`,
    'DAYBRO',
    `DAG${plain(holder.street)}`,
    `DAI${plain(holder.city)}`,
    'DAJXU',
    `DAK${holder.postalCode.padEnd(11, ' ')}`,
    `DCF${holder.personalNumber}`,
    'DCGUTO',
  ];
  const subfile = `DL${elements.join('\n')}\r`;
  const header = '@\n\u001e\rANSI ';
  const offset = header.length + 12 + 10;
  const entry = `DL${String(offset).padStart(4, '0')}${String(subfile.length).padStart(4, '0')}`;
  return `${header}${ISSUER}100001${entry}${subfile}`;
}

function monthFirst(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${month}${day}${year}`;
}

/** The barcode's text is kept to plain letters, so that its length in bytes is its length in characters. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
