// The page as a whole: which screen the address asks for, and the messages over it.
import { Toasts } from '../ui/toasts.tsx';
import { BoardPage } from './board-page.tsx';
import { CodePage } from './entry/code-page.tsx';
import { HomePage } from './home-page.tsx';
import { PairPage } from './entry/pair-page.tsx';
import { BoardGonePage, NothingHerePage } from './entry/plain-pages.tsx';
import { usePage, type Page } from './router.ts';

export function App() {
  const page = usePage();
  return (
    <>
      <Screen page={page} />
      <Toasts isOverBoard={page.kind === 'board' && !page.isScreen} />
    </>
  );
}

function Screen({ page }: { page: Page }) {
  switch (page.kind) {
    case 'home':
      return <HomePage />;
    case 'board':
      return <BoardPage key={`${page.id} ${page.visit}`} id={page.id} secret={page.secret} isScreen={page.isScreen} />;
    case 'no-board':
      return <BoardGonePage isShutOut={false} />;
    case 'code':
      return <CodePage key={page.code} code={page.code} />;
    case 'pair':
      return <PairPage key={page.visit} code={page.code} />;
    case 'nothing':
      return <NothingHerePage />;
  }
}
