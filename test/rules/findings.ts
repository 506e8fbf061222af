export { findingsIn } from '../../server/src/service/example-findings.ts';
