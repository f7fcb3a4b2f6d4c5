import type * as contract from '@bonafide/contracts/onekyc/validators';
import { type DocumentInspection, toSureKtp } from '@bonafide/verifier';
import type * as z from 'zod';

export type KtpData = z.output<typeof contract.ktpData>;

/** What was read of a KTP with confidence, in the words of the vendor's sister product; null when nothing was. */
export function toKtpData(reading: DocumentInspection['readings']['front']['ktp']): KtpData | null {
  if (reading === null) return null;
  const ktp = toSureKtp(reading);
  const [rt = null, rw = null] = ktp.rtRw?.split('/') ?? [];
  const data = {
    nik: ktp.nik,
    name: ktp.name,
    dateOfBirth: toDayFirst(ktp.dateOfBirth),
    gender: ktp.sex === null ? null : ktp.sex === 'F' ? 'female' : 'male',
    bloodType: ktp.bloodType,
    address: ktp.address,
    rt,
    rw,
    town: ktp.village,
    district: ktp.district,
    city: ktp.regency,
    province: ktp.province,
    religion: ktp.religion,
    maritalStatus: ktp.maritalStatus,
    occupation: ktp.occupation,
    citizenship: ktp.citizenship,
    validUntil: toDayFirst(ktp.validUntil),
  };
  const told = Object.entries(data).filter(([, value]) => value !== null);
  return told.length === 0 ? null : Object.fromEntries(told);
}

/** `YYYY-MM-DD` as `DD-MM-YYYY`; what is no date stays as it is. */
function toDayFirst(text: string | null): string | null {
  return text === null ? null : text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');
}
