// The language of the interface. English is the only catalogue so far.
export const locale = 'en';
