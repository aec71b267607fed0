// Starts the page. The order matters: the secret leaves the address bar before anything else runs or loads.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startRouter } from './app/router.ts';
import { startTheme } from './ui/theme.ts';
import './ui/tokens.css';
import './ui/base.css';

startRouter();
startTheme();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
