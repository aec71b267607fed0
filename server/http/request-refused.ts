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

  constructor(code: DetailedCode, sentence: string);
  constructor(code: ErrorCode);
  constructor(code: ErrorCode, sentence: string = errorSentences[code]) {
    super(sentence);
    this.name = 'RequestRefused';
    this.code = code;
  }
}

export function refusalResponse({ code, message }: RequestRefused): Response {
  return Response.json({ error: { code, message } } satisfies ErrorBody, { status: errorStatus[code] });
}
