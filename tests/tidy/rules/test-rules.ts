// What every test keeps to: all of them run, and none of them waits for time to pass.
import { Visitor, type Expression, type NewExpression, type Node } from 'oxc-parser';
import { parse, place } from '../../support/source-files.ts';
import type { Rule } from './module-rules.ts';

const testWords = new Set(['test', 'it', 'describe', 'suite', 'bench']);
const leavingOut = new Set(['only', 'skip', 'todo', 'fixme', 'fails', 'fail', 'skipIf', 'runIf']);
const oldWords = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'ftest', 'fdescribe']);

/** No test is left out, singled out or expected to fail. */
export const leftOut: Rule = (file) => {
  const found: string[] = [];
  new Visitor({
    MemberExpression(node) {
      if (leavingOut.has(propertyName(node)) && testWords.has(rootName(node))) found.push(place(file, node.start));
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && oldWords.has(node.callee.name)) found.push(place(file, node.start));
    },
  }).visit(parse(file).program);
  return found;
};

/** No sleep: flush, tick, or wait for a condition with a deadline. */
export const sleeps: Rule = (file) => {
  const { program, module } = parse(file);
  const found = module.staticImports
    .filter(({ moduleRequest }) => /^(node:)?timers\/promises$/.test(moduleRequest.value))
    .map(({ start }) => start);
  // Names of the first parameters of the `new Promise(...)` that we are in: a timer that calls one of them is a sleep.
  const resolvers: string[] = [];
  new Visitor({
    NewExpression: (node) => void resolvers.push(resolverName(node)),
    'NewExpression:exit': () => void resolvers.pop(),
    Property: (node) => void (isIdle(node.value) && found.push(node.start)),
    CallExpression(node) {
      const { callee } = node;
      const isSleep =
        propertyName(callee) === 'waitForTimeout' ||
        node.arguments.some(isIdle) ||
        (propertyName(callee) === 'wait' && rootName(callee) === 'Atomics') ||
        (callee.type === 'Identifier' && /^(sleep|delay)$/.test(callee.name)) ||
        (isNamed(callee, 'setTimeout') && resolvers.includes(calledName(node.arguments[0])));
      if (isSleep) found.push(node.start);
    },
  }).visit(program);
  return found.map((offset) => place(file, offset));
};

/** `resolve` of `new Promise((resolve) => ...)`; a dash for any other `new`. */
function resolverName({ callee, arguments: [executor] }: NewExpression): string {
  const isFunction = executor?.type === 'ArrowFunctionExpression' || executor?.type === 'FunctionExpression';
  if (!isNamed(callee, 'Promise') || !isFunction) return '-';
  const [first] = executor.params;
  return first?.type === 'Identifier' ? first.name : '-';
}

/** `done` of `done`, of `() => done()` and of `() => { done(); }`. */
function calledName(callback: Node | undefined): string {
  if (callback?.type === 'Identifier') return callback.name;
  if (callback?.type !== 'ArrowFunctionExpression') return '';
  if (callback.body.type !== 'BlockStatement') return nameOfCall(callback.body);
  const [only, ...more] = callback.body.body;
  return only?.type === 'ExpressionStatement' && more.length === 0 ? nameOfCall(only.expression) : '';
}

function nameOfCall(expression: Expression): string {
  return expression.type === 'CallExpression' && expression.callee.type === 'Identifier' ? expression.callee.name : '';
}

// Playwright's "no request for half a second" is a sleep too, and a board is never idle.
function isIdle(node: Node): boolean {
  return node.type === 'Literal' && node.value === 'networkidle';
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function propertyName(node: Node): string {
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : '';
}

/** `test` of `test.describe.only`, `it` of `it.skip.each([])`. */
function rootName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return rootName(node.object);
  return node.type === 'CallExpression' ? rootName(node.callee) : '';
}
