ACCESS = "poplar_access_token"
REFRESH = "poplar_refresh_token"
NAMES = (ACCESS, REFRESH)
