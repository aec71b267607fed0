// How the page without canvas is built: by itself, so that nothing of the canvas can get into it; drawn by Preact, which takes a
// fifth of what React does; and with only those messages that it asks for. A test measures it.
import { build, type InlineConfig, type Plugin } from 'vite';

/** Beside what is built already. */
export async function buildThePage(root: string, outDir: string): Promise<void> {
  const asked = new Set<string>();
  await build(pageBuild(root, outDir, { write: false }, noteKeys(asked)));
  await build(pageBuild(root, outDir, { emptyOutDir: false }, onlyAsked(asked)));
}

function pageBuild(root: string, outDir: string, more: InlineConfig['build'], plugin: Plugin): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      plainTip(root),
      withoutSummaries,
      withoutJsonSchemas,
      withoutSchemaMessages,
      withoutRefusalSentences,
      plugin,
    ],
    resolve: {
      alias: [
        { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
        { find: /^react(-dom)?$/, replacement: 'preact/compat' },
      ],
    },
    // Short, as they stand in script and style; of the path, so no two are the same.
    css: { modules: { generateScopedName: '_[hash:base64:4]' } },
    build: {
      outDir,
      assetsDir: 'assets/page',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 1024,
      rolldownOptions: { input: `${root}/page.html` },
      ...more,
    },
  };
}

/** The floating tips of the board bring a library of their own. */
function plainTip(root: string): Plugin {
  return {
    name: 'plain-tip',
    enforce: 'pre',
    resolveId: (source) => (source === './tip.tsx' ? `${root}/page/plain-tip.tsx` : null),
  };
}

/** What calls are for is read by programmers, in /api/openapi.json. */
const withoutSummaries: Plugin = {
  name: 'without-summaries',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/shared\/protocol\/[a-z-]*routes\.ts$/.test(id)) return null;
    return { code: code.replace(/\bsummary:\s*(['"`])(?:\\.|(?!\1)[^\\])*\1/g, "summary: ''"), map: null };
  },
};

/** The page knows refusals by their reasons, and says them in its own language. */
const withoutRefusalSentences: Plugin = {
  name: 'without-refusal-sentences',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/shared\/[a-z]+\/refusals\.ts$/.test(id)) return null;
    return { code: code.replace(/:\s*(['"`])(?:\\.|(?!\1)[^\\])*\1/g, ": ''"), map: null };
  },
};

/** zod ties to each schema the way to describe it as JSON; the page reads with its schemas and describes none. */
const withoutJsonSchemas: Plugin = {
  name: 'without-json-schemas',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return null;
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
    return { code: names.map((name) => `export const ${name} = () => undefined;`).join('\n'), map: null };
  },
};

/** What zod says of a wrong value nobody reads here: what is wrong is said in words of our own. */
const withoutSchemaMessages: Plugin = {
  name: 'without-schema-messages',
  enforce: 'pre',
  transform(_, id) {
    if (!id.endsWith('/zod/v4/locales/en.js')) return null;
    return { code: "export default () => ({ localeError: () => 'Invalid input' });", map: null };
  },
};

const messageFile = /\/ui\/messages\/en-[a-z]+\.ts$/;

function noteKeys(asked: Set<string>): Plugin {
  return {
    name: 'note-keys',
    transform(code, id) {
      if (messageFile.test(id)) return;
      for (const [, text = ''] of code.matchAll(/["'`]([\w.-]+)["'`]/g)) asked.add(text);
    },
  };
}

function onlyAsked(asked: ReadonlySet<string>): Plugin {
  return {
    name: 'only-asked-messages',
    async transform(code, id) {
      if (!messageFile.test(id)) return null;
      // By now it is plain JavaScript that imports nothing.
      const area = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, object>;
      const lines = Object.entries(area).map(([name, messages]) => {
        const kept = Object.entries(messages).filter(([key]) => asked.has(key));
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(kept))};`;
      });
      return { code: lines.join('\n'), map: null };
    },
  };
}
