// The one error that handlers throw for what a caller did wrong or must be told; app.ts turns it into an answer.
import {
  type DetailedCode,
  type ErrorBody,
  type ErrorCode,
  errorSentences,
  errorStatus,
} from '@commonboard/shared/protocol/errors.ts';

export class RequestRefused extends Error {
  readonly code: ErrorCode;
  /** Beside the error in the answer. */
  readonly more: object;

  constructor(code: DetailedCode, sentence: string, more?: object);
  constructor(code: ErrorCode);
  constructor(code: ErrorCode, sentence: string = errorSentences[code], more: object = {}) {
    super(sentence);
    this.name = 'RequestRefused';
    this.code = code;
    this.more = more;
  }
}

export function refusalResponse({ code, message, more }: RequestRefused): Response {
  return Response.json({ ...more, error: { code, message } } satisfies ErrorBody, { status: errorStatus[code] });
}
