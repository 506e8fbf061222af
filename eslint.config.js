import eslint from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import typescript from 'typescript-eslint';
import { layerBans } from './scripts/lint/layers.js';

export default typescript.config(
  { ignores: ['dist/', 'build/', 'node_modules/', '.vscode-server/', '.vscode-test-web/'] },
  eslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    rules: {
      // A letter may be hostile text: no pattern may take more than linear time on it.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // The compiler finds unused names, too; here an underscore marks those that a signature asks for.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  ...layerBans,
);
