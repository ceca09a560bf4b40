import type { DiscoveryService, Reflector } from '@nestjs/core';

/**
 * The providers of all modules whose class bears a mark (`SetMetadata`), with what the mark says. Those that it says
 * nothing for are left out.
 */
export function markedProviders<Provider, Mark>(
  discovery: DiscoveryService,
  reflector: Reflector,
  name: string,
): { provider: Provider; mark: Mark }[] {
  return discovery.getProviders().flatMap(({ instance, metatype }) => {
    if (!instance || !metatype) return [];
    const mark = reflector.get<Mark | undefined>(name, metatype as () => unknown);
    return mark ? [{ provider: instance as Provider, mark }] : [];
  });
}
