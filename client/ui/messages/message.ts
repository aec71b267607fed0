// What a message is: a sentence with {named} gaps, or one sentence for each plural form of {count}.

export interface PluralMessage {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}
export type Message = string | PluralMessage;
export type Messages = Readonly<Record<string, Message>>;

type Gaps<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Gaps<Rest>
  : never;
type SentencesOf<M> = M extends string ? M : M extends PluralMessage ? Extract<M[keyof M], string> : never;

/** Names of the gaps of a message; a plural message always asks for `count`. */
export type GapsOf<M> = Gaps<SentencesOf<M>> | (M extends string ? never : 'count');
export type GapValues<M> = { [Name in GapsOf<M>]: Name extends 'count' ? number : string | number };
