"""A second verifier of our credentials: PyLD for the canonical text, cryptography for the signature, the rest by hand.

Reads what setup/credential.test.mjs puts together, answers one verdict a document. Fetches nothing.
"""
import base64
import gzip
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
NOW = "2024-05-20T02:20:00Z"
GIVEN = json.load(sys.stdin)


def load(url, _options):
    if url not in GIVEN["documents"]:
        raise ValueError(f"would fetch {url}")
    return {"contextUrl": None, "documentUrl": url, "document": GIVEN["documents"][url]}


jsonld.set_document_loader(load)


def canonical(document):
    return jsonld.normalize(document, {"algorithm": "URDNA2015", "format": "application/n-quads"})


def from_base58(text):
    number = 0
    for letter in text[1:]:
        number = number * 58 + LETTERS.index(letter)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def digest(document):
    return hashlib.sha256(canonical(document).encode()).digest()


def holds(credential):
    document = dict(credential)
    options = dict(document.pop("proof"))
    signature = from_base58(options.pop("proofValue")).rjust(64, b"\0")
    method = GIVEN["documents"][options["verificationMethod"]]
    controller = GIVEN["documents"][method["controller"]]
    if method["id"] not in controller["assertionMethod"] or credential["issuer"]["id"] != controller["id"]:
        return False
    key = from_base58(method["publicKeyMultibase"])
    assert key[:2] == b"\xed\x01"
    options["@context"] = document["@context"]
    try:
        Ed25519PublicKey.from_public_bytes(key[2:]).verify(signature, digest(options) + digest(document))
    except InvalidSignature:
        return False
    return True


def is_set(entry):
    packed = GIVEN["list"]["credentialSubject"]["encodedList"][1:]
    bits = gzip.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    place = int(entry["statusListIndex"])
    return bits[place // 8] >> (7 - place % 8) & 1 == 1


def verdict(credential):
    if not holds(credential):
        return "signature"
    if credential.get("validUntil", NOW) < NOW:
        return "expired"
    if "credentialStatus" in credential and is_set(credential["credentialStatus"]):
        return "revoked"
    return "holds"


valid = {name: value for name, value in GIVEN["valid"].items() if name != "proof"}
verdicts = {"canonical": canonical(valid) == GIVEN["canonical"], "endorsement": verdict(GIVEN["valid"]["endorsement"][0])}
for name in ("valid", "list", "tampered", "forged", "expired", "revoked"):
    verdicts[name] = verdict(GIVEN[name])
json.dump(verdicts, sys.stdout)
