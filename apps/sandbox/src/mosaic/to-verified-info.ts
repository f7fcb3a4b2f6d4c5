import { type DocumentInspection, toSureKtp } from '@bonafide/verifier';
import type { StoredResult } from './stored-result.ts';

type Info = Pick<StoredResult, 'person' | 'document' | 'additional_info'>;

/** `national_id` is the vendor's; the others are spelt after it. */
const TYPES = {
  passport: 'passport',
  identityCard: 'national_id',
  driversLicense: 'drivers_license',
  residencePermit: 'residence_permit',
  unknown: undefined,
} as const;

/** What was read on the document, in Mosaic's words; a field that was not read is absent. Pure. */
export function toVerifiedInfo({ documentVerification: read, readings }: DocumentInspection, at: Date): Info {
  const { firstName, lastName, dateOfBirth, gender, documentNumber, issuingCountry, dateOfExpiry } = read;
  const ktp = readings.front.ktp === null ? null : toSureKtp(readings.front.ktp);
  const fullName = [firstName, lastName].filter((part) => part !== undefined).join(' ');
  const person = present({
    full_name: fullName === '' ? undefined : fullName,
    given_name: firstName,
    surname: lastName,
    national_id: ktp?.nik ?? undefined,
    date_of_birth: dateOfBirth,
    gender,
    age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, at),
  });
  const document = present({
    country: issuingCountry,
    type: TYPES[read.documentType ?? 'unknown'],
    number: documentNumber,
    expiration_date: dateOfExpiry,
  });
  const address = present({
    region: ktp?.province ?? undefined,
    city: ktp?.regency ?? undefined,
    full_address: ktp?.address ?? undefined,
  });
  const additional = present({
    address,
    employment: ktp?.occupation == null ? undefined : { profession: ktp.occupation },
  });
  return {
    ...(person && { person }),
    ...(document && { document }),
    ...(additional && { additional_info: additional }),
  };
}

/** Whole years; undefined for what is no date. */
export function ageOn(dateOfBirth: string, at: Date): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(dateOfBirth) ?? [];
  if (year === undefined) return undefined;
  // Whether the birthday is still to come this year.
  const isBefore = at.toISOString().slice(5, 10) < `${month}-${day}`;
  return at.getUTCFullYear() - Number(year) - (isBefore ? 1 : 0);
}

/** Without the fields that are not there; undefined when none is. */
function present<T extends Record<string, unknown>>(fields: T) {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (there.length === 0) return undefined;
  return Object.fromEntries(there) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
