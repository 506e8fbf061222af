/* global require, exports */
require('./watch.js');
exports.activate = () => {};
