/**
 * Stands in for the package of this name in jest, which on Node 20 cannot `require` an ES module as Node itself can.
 * `@fastify/static` asks for it, and uses it only for downloads, which Minga's assets are not.
 */
exports.create = () => 'attachment';
