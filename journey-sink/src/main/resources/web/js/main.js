import { html, render } from '../vendor/htm-preact.js';
import { Page } from './page.js';

render(html`<${Page} />`, document.getElementById('page'));
