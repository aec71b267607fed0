// Starts the page without canvas. The secret leaves the address bar before anything else runs.
import { createRoot } from 'react-dom/client';
import { startRouter } from '../app/router.ts';
import { startTheme } from '../ui/theme.ts';
import { PageApp } from './page-app.tsx';
import '../ui/tokens.css';
import '../ui/base.css';

startRouter('/p/');
startTheme();

// Preact draws a <title> where it stands, and of a document the first one counts.
document.querySelector('head > title')?.remove();

const root = document.getElementById('root');
if (!root) throw new Error('page.html has no #root.');
createRoot(root).render(<PageApp />);
