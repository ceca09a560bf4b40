import { Controller, Post, Req } from '@nestjs/common';
import { BODY_MAX, startThreadRule } from '../../../../libs/discussions/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { drawAside } from '../../../../libs/platform/markdown/draw-aside.js';
import { FormInput } from '../../rendering/form-input.js';
import { PageRoute } from '../../rendering/page-route.js';

@Controller('preview')
export class PreviewPages {
  /** What a text will look like, as the fragment that composers show. Whoever may write may look. */
  @Post()
  @PageRoute()
  @Access(startThreadRule)
  @RateLimit('search')
  preview(@Req() request: HttpRequest): Promise<string> {
    return drawAside(new FormInput(request.body).text('body').slice(0, BODY_MAX));
  }
}
