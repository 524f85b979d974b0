"""A filter for the tests' Swift: one user with a plain access key, as S3 has them, and no cache server."""
from swift.common.middleware.tempauth import TempAuth
from swift.common.swob import HTTPForbidden


class NoCache:
    """Where Swift wants memcached; it only saves look-ups that are cheap on one node."""

    def __getattr__(self, name):
        return lambda *args, **options: None


class PlainAuth(TempAuth):
    """Swift's own user names hold a colon, which neither curl nor a URL likes in an access key."""

    def __init__(self, app, conf):
        super().__init__(app, conf)
        self.users[conf['access_key']] = {
            'key': conf['secret_key'],
            'url': '$HOST/v1/AUTH_test',
            'groups': ['.admin'],
        }

    def __call__(self, env, start_response):
        if 's3api.auth_details' not in env:
            return HTTPForbidden()(env, start_response)
        env['swift.cache'] = NoCache()
        return super().__call__(env, start_response)


def factory(global_conf, **local_conf):
    return lambda app: PlainAuth(app, {**global_conf, **local_conf})
