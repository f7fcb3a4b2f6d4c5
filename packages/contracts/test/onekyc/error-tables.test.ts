import { describe, expect, it } from 'vitest';
import { ERROR_CAUSES } from '../../src/onekyc/index.ts';
import { readSpecification, type Operation, type Source } from '../specification.ts';

const { operations } = readSpecification('onekyc');

type Row = readonly [status: number, code: string | number, cause: string, source: Source];

const documented = (status: number, code: string | number, cause: string): Row => [status, code, cause, 'documented'];
/** The status is printed, and the code or the cause is not: ours follows the neighbouring rows. */
const inferred = (status: number, code: string | number, cause: string): Row => [status, code, cause, 'inferred'];
const extension = (status: number, code: string, cause: string): Row => [status, code, cause, 'extension'];

/** The tables of the vendor's pages, transcribed. A string code is printed as a string, a number as a number. */
const TABLES: Readonly<Record<string, readonly Row[]>> = {
  getPartnerToken: [
    documented(400, '1539', 'CLIENT_ID_CAN_NOT_BE_EMPTY'),
    documented(400, '1539', 'PASS_KEY_CAN_NOT_BE_EMPTY'),
    documented(400, '1539', 'MISSING_CLIENT_ID_OR_PASS_KEY'),
    documented(401, '110', 'UNAUTHORIZED'),
    documented(500, '900', 'GENERIC_SERVICE_ERROR'),
  ],
  getUserToken: [
    documented(400, 1539, 'CLIENT_ID_CAN_NOT_BE_EMPTY'),
    documented(400, 1539, 'PASS_KEY_CAN_NOT_BE_EMPTY'),
    documented(400, 1539, 'MISSING_CLIENT_ID_OR_PASS_KEY'),
    documented(401, 110, 'UNAUTHORIZED'),
    documented(500, 900, 'GENERIC_SERVICE_ERROR'),
  ],
  postInitiateFlow: [
    documented(400, '1539', 'X_PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY'),
    documented(401, '110', 'UNAUTHORIZED'),
    documented(403, '110', 'ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT'),
    documented(500, '900', 'GENERIC_SERVICE_ERROR'),
  ],
  getUploadUrls: [
    documented(400, '1539', 'COE_PARTNER_CAN_NOT_BE_EMPTY'),
    documented(400, '1542', 'INVALID_SUBMISSION_TYPE'),
    inferred(401, '110', 'UNAUTHORIZED'),
    documented(429, '429', 'SUBMISSION_QUOTA_EXCEEDED'),
    documented(500, '900', 'SOMETHING_WENT_WRONG'),
  ],
  putConfirmUpload: [
    documented(400, '1539', 'X_SDK_SESSION_ID_CAN_NOT_BE_EMPTY'),
    documented(400, '1542', 'INVALID_CONFIRM_UPLOAD_REQUEST'),
    documented(401, '110', 'UNAUTHORIZED'),
    documented(403, '110', 'FORBIDDEN'),
    documented(404, '404', 'SUBMISSION_DOES_NOT_EXIST'),
    inferred(409, '409', 'SUBMISSION_STATE_CONFLICT'),
    inferred(422, '422', 'INVALID_UPLOAD_ARTIFACT'),
    inferred(429, '429', 'TOO_MANY_REQUESTS'),
    inferred(500, '900', 'GENERIC_SERVICE_ERROR'),
    documented(503, '903', 'SERVICE_UNAVAILABLE'),
  ],
  getSubmissionStatus: [
    inferred(400, '1539', 'X_PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY'),
    documented(400, '1541', 'INVALID_SUBMISSION_ID'),
    inferred(401, '110', 'UNAUTHORIZED'),
    documented(404, '1543', 'SUBMISSION_DOES_NOT_EXIST'),
    inferred(500, '900', 'GENERIC_SERVICE_ERROR'),
  ],
  getSubmissionDetails: [
    documented(400, 1550, 'PARTNER_USER_ID_CAN_NOT_BE_EMPTY'),
    documented(400, 1552, 'SUBMISSION_DOES_NOT_EXIST'),
    documented(400, 1553, 'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER'),
    documented(401, 110, 'UNAUTHORIZED'),
    documented(401, 1539, 'UNAUTHORIZED'),
    documented(403, 903, 'FORBIDDEN'),
    documented(500, 900, 'GENERIC_SERVICE_ERROR'),
  ],
  putUpload: [
    extension(403, '403', 'UPLOAD_URL_EXPIRED'),
    extension(403, '403', 'UPLOAD_SIGNATURE_INVALID'),
    extension(413, '413', 'UPLOAD_TOO_LARGE'),
    extension(415, '415', 'UNSUPPORTED_MEDIA_TYPE'),
    extension(422, '422', 'INVALID_UPLOAD_ARTIFACT'),
  ],
  getReferenceImage: [],
  postSubmissionCallback: [],
};

const rowsOf = (operation: Operation): Row[] =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    Object.values(response.content ?? {}).flatMap(({ examples }) =>
      Object.values(examples ?? {}).flatMap((example) => {
        const { errors } = example.value as { errors?: readonly { code: string | number; cause: string }[] };
        const source = example['x-source'] ?? response['x-source'] ?? 'documented';
        return (errors ?? []).map(({ code, cause }): Row => [Number(status), code, cause, source]);
      }),
    ),
  );

describe('error tables', () => {
  it.each(operations.map(({ operation }) => [operation.operationId, operation] as const))(
    '%s answers with the rows of its page',
    (id, operation) => {
      expect(rowsOf(operation)).toEqual(TABLES[id]);
    },
  );

  it('ERROR_CAUSES are their causes', () => {
    const causes = Object.values(TABLES).flatMap((rows) => rows.map(([, , cause]) => cause));
    expect([...ERROR_CAUSES].sort()).toEqual([...new Set(causes)].sort());
    expect(new Set(ERROR_CAUSES).size).toBe(ERROR_CAUSES.length);
  });

  it('only the user token and the submission details print integers', () => {
    const integers = operations.filter(({ operation }) =>
      rowsOf(operation).some(([, code]) => typeof code === 'number'),
    );
    expect(integers.map(({ operation }) => operation.operationId)).toEqual(['getUserToken', 'getSubmissionDetails']);
  });
});
