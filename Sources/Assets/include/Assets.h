#ifndef HARTLIJN_ASSETS_H
#define HARTLIJN_ASSETS_H

/* What Public/ holds, inside the executable. A place is a number from 0 up to, not including, the count. */

int hartlijn_asset_count(void);
const char *_Nonnull hartlijn_asset_name(int place);
const unsigned char *_Nonnull hartlijn_asset_bytes(int place);
int hartlijn_asset_length(int place);

#endif
