"""Who may do what: users with roles, sessions in signed cookies, protection of forms, the audit log.

For pages: `current_user(request)` is who is logged in; a route that needs a role has
`Depends(require_role("reviewer"))`; a form carries a hidden field `csrf` with `csrf_token(request)`, or a script sends
it as the header `X-CSRF-Token`. `POST /login` (name, password, next, csrf) and `POST /logout` (csrf) are in
`routes.py`; a failed login leads back to `/login?error=wrong` or `?error=busy`, with `next` kept.
"""

from waqai.server.auth.accounts import ROLES, Accounts, User
from waqai.server.auth.guard import check_csrf, csrf_token, current_user, may_read, require_role

__all__ = ["ROLES", "Accounts", "User", "check_csrf", "csrf_token", "current_user", "may_read", "require_role"]
