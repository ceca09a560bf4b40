export { DemoModule } from './demo.module.js';
export { DemoItems } from './demo-items.js';
export { LoadDemo } from './load-demo/load-demo.use-case.js';
export { migrations } from './migrations/index.js';
export { type DemoRemoval, RemoveDemo } from './remove-demo/remove-demo.use-case.js';
